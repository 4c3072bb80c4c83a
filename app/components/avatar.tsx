import css from './avatar.module.css';

interface AvatarProps {
  /** The name decides letter and colour. */
  name: string;
  size?: 'small' | 'medium' | 'large';
}

const colours = ['viridian', 'ochre', 'vermilion', 'ultramarine', 'madder', 'violet'] as const;

function colourOf(name: string) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 9973;
  return colours[sum % colours.length];
}

/** A stand-in for a face. The name is written beside it, so it says nothing to a screen reader. */
export function Avatar({ name, size = 'medium' }: AvatarProps) {
  const letter = [...name.trim()][0]?.toLocaleUpperCase() ?? '?';
  return (
    <span className={css.avatar} data-size={size} data-colour={colourOf(name)} aria-hidden>
      {letter}
    </span>
  );
}

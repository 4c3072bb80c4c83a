import css from './secret.module.css';

/** A token or key that is shown once: whole, in one piece, selected by one press. */
export function Secret({ children }: { children: string }) {
  return (
    <code className={css.secret} translate="no">
      {children}
    </code>
  );
}

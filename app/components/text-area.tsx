import type { Ref, TextareaHTMLAttributes } from 'react';
import css from './control.module.css';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  inputRef?: Ref<HTMLTextAreaElement>;
  size?: 'medium' | 'large';
}

/** A field for several lines; it grows with what is written where the browser can do so. */
export function TextArea({ inputRef, size = 'medium', ...rest }: TextAreaProps) {
  return <textarea rows={3} {...rest} ref={inputRef} className={css.control} data-size={size} />;
}

import type { InputHTMLAttributes, Ref } from 'react';
import css from './control.module.css';

interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size'> {
  inputRef?: Ref<HTMLInputElement>;
  size?: 'medium' | 'large';
}

export function TextInput({ inputRef, size = 'medium', type = 'text', ...rest }: TextInputProps) {
  return <input {...rest} ref={inputRef} type={type} className={css.control} data-size={size} />;
}

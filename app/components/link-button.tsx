import { Link, type LinkProps } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { ButtonSize, ButtonVariant } from './button.tsx';
import css from './button.module.css';

interface LinkButtonProps extends Omit<LinkProps, 'className'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  fullWidth?: boolean;
}

/** A link that looks like a button: it goes somewhere, a Button does something. */
export function LinkButton({
  variant = 'primary',
  size = 'medium',
  icon,
  fullWidth,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link
      {...rest}
      className={css.button}
      data-variant={variant}
      data-size={size}
      data-full-width={fullWidth || undefined}
    >
      {icon}
      {children}
    </Link>
  );
}

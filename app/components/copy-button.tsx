import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonSize, type ButtonVariant } from './button.tsx';
import { useToast } from './toast.tsx';

interface CopyButtonProps {
  text: string;
  label?: string;
  copiedLabel?: string;
  failedMessage?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

const shownMs = 2000;

export function CopyButton(props: CopyButtonProps) {
  const { t } = useTranslation();
  const { text, label = t('Copy'), copiedLabel = t('Copied'), variant = 'secondary', size } = props;
  const [copied, setCopied] = useState(false);
  const showToast = useToast();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // A page without https has no clipboard; neither has one that the person refused it to.
      showToast({
        message:
          props.failedMessage ?? t('The browser would not copy that. Select it and copy it.'),
        tone: 'danger',
      });
    }
  }

  return (
    <>
      <Button
        type="button"
        variant={variant}
        size={size}
        icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onClick={copy}
      >
        {copied ? copiedLabel : label}
      </Button>
      <span className="visually-hidden" role="status">
        {copied && copiedLabel}
      </span>
    </>
  );
}

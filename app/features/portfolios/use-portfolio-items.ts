import { arrayMove } from '@dnd-kit/sortable';
import { useState } from 'react';
import { useToast } from '#app/components/toast.tsx';
import type { PortfolioItem } from './find-portfolio.server.ts';

/** The pictures of a portfolio while it is changed; `onChange` is called after each change. */
export function usePortfolioItems(first: PortfolioItem[], onChange: () => void) {
  const [items, setItems] = useState(first);
  const [said, setSaid] = useState('');
  const toast = useToast();

  function change(make: (items: PortfolioItem[]) => PortfolioItem[]) {
    setItems(make);
    onChange();
  }

  return {
    items,
    /** What a change did, for those who listen to the page. */
    said,
    add(item: PortfolioItem) {
      change((now) => [...now, item]);
      setSaid(`Added as picture ${items.length + 1}.`);
    },
    move(from: number, to: number) {
      if (to < 0 || to >= items.length || from === to) return;
      change((now) => arrayMove(now, from, to));
      setSaid(`Moved to place ${to + 1} of ${items.length}.`);
    },
    edit(pictureId: string, part: Partial<PortfolioItem>) {
      setItems((now) =>
        now.map((item) => (item.pictureId === pictureId ? { ...item, ...part } : item)),
      );
    },
    remove(index: number) {
      const [removed] = items.slice(index, index + 1);
      if (!removed) return;
      change((now) => now.filter(({ pictureId }) => pictureId !== removed.pictureId));
      toast({
        message: `Picture ${index + 1} is out of the portfolio.`,
        undo: () => change((now) => now.toSpliced(index, 0, removed)),
      });
    },
  };
}

import { useEffect, useState } from 'react';

/** An image once it has come; undefined before, and where there is none. */
export function useLoadedImage(url: string | undefined): HTMLImageElement | undefined {
  const [loaded, setLoaded] = useState<HTMLImageElement>();
  useEffect(() => {
    setLoaded(undefined);
    if (!url) return;
    let isWanted = true;
    const image = new Image();
    image.onload = () => isWanted && setLoaded(image);
    image.src = url;
    return () => {
      isWanted = false;
    };
  }, [url]);
  return loaded;
}

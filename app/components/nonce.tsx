import { createContext, useContext } from 'react';

/** The Content-Security-Policy nonce of this response; undefined in the browser, which hides it. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce() {
  return useContext(NonceContext);
}

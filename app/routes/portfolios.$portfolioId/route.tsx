import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { PortfolioReader } from '#app/features/portfolios/portfolio-reader.tsx';
import { readPortfolio } from '#app/features/portfolios/read-portfolio.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

// The name of the file that a browser saves as PDF.
export const meta = pageTitle<typeof loader>((t, data) => data?.title || t('Portfolio'));

export async function loader({ request, params: { portfolioId = '' } }: LoaderFunctionArgs) {
  const { id: viewerId } = await requireUser(request);
  return readPortfolio({ viewerId, portfolioId });
}

export default function ReadPortfolioRoute() {
  return <PortfolioReader portfolio={useLoaderData<typeof loader>()} />;
}

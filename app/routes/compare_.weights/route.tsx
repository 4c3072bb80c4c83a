import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { readChartSearch } from '#app/features/weight-chart/chart-search.ts';
import { findWeightChart } from '#app/features/weight-chart/find-weight-chart.server.ts';
import { WeightChartPage } from '#app/features/weight-chart/weight-chart-page.tsx';

export const meta = pageTitle('What a weight does');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return findWeightChart({ userId: user.id, ...readChartSearch(request.url) });
}

export default function Weights() {
  return <WeightChartPage page={useLoaderData<typeof loader>()} />;
}

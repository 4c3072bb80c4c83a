import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { ChoosePicturesPage } from '#app/features/comparisons/choose-pictures-page.tsx';
import { ComparePage } from '#app/features/comparisons/compare-page.tsx';
import { MOST_COMPARED, readCompareSearch } from '#app/features/comparisons/compare-search.ts';
import { findComparisonChoices } from '#app/features/comparisons/find-comparison-choices.server.ts';
import { findComparison } from '#app/features/comparisons/find-comparison.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Compare');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const search = readCompareSearch(request.url);
  const { pictures, isChoosing } = search;
  if (isChoosing || pictures.length < 2 || pictures.length > MOST_COMPARED)
    return {
      comparison: null,
      choices: await findComparisonChoices({ viewerId: user.id, search }),
    };
  const comparison = await findComparison({ viewerId: user.id, pictureIds: pictures });
  if (!comparison) throw new Response(null, { status: 404 });
  return { comparison, choices: null };
}

export default function Compare() {
  const page = useLoaderData<typeof loader>();
  if (page.comparison) return <ComparePage comparison={page.comparison} />;
  return <ChoosePicturesPage key={page.choices.next} choices={page.choices} />;
}

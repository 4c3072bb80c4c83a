import { Notice } from '#app/components/notice.tsx';
import { FIELD_NAMES } from './find-differing-fields.ts';
import type { ComparisonPage } from './find-comparison.server.ts';

/** Whether pictures are a fair test of one thing, and if not, what stands in the way. */
export function FairTestNotice({
  comparison: { differing, controlled },
}: {
  comparison: ComparisonPage;
}) {
  const names = differing.map((field) => FIELD_NAMES[field]);
  if (controlled)
    return (
      <Notice tone="success" title="A fair test">
        Only {names[0]} differs{differing[0] === 'seed' ? '' : ', and the seed is the same'}. What
        changes in the picture comes from it.
      </Notice>
    );
  if (names.length === 0)
    return (
      <Notice title="Nothing differs">
        These pictures were made with the same prompt, seed and settings.
      </Notice>
    );
  return (
    <Notice tone="warning" title={`Not a fair test: ${names.length} things changed`}>
      <p>
        {new Intl.ListFormat('en').format(names)}. You can’t tell which of them made the change.
      </p>
      <p>For a fair test change one thing and keep the seed.</p>
    </Notice>
  );
}

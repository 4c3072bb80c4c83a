import { useTranslation } from 'react-i18next';
import { GenerationProgress } from '#app/features/pictures/generation-progress.tsx';
import type { GenerationStatus } from '#app/features/pictures/generation-status.ts';
import type { DrawWork } from './find-work.server.ts';
import css from './draw-table.module.css';

interface DrawTableProps {
  generations: GenerationStatus[];
  cells: DrawWork['cells'];
  steps: number[];
  guidances: number[];
}

/** The newest picture of each cell: steps across, guidance down. */
export function DrawTable({ generations, cells, steps, guidances }: DrawTableProps) {
  const { t } = useTranslation();
  const find = (step: number, guidance: number) => {
    const cell = cells.find((one) => one.steps === step && one.guidance === guidance);
    return generations.find(({ id }) => id === cell?.id);
  };
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('Guidance')}</th>
            {steps.map((step) => (
              <th key={step} scope="col">
                {t('{{step}} steps', { step })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {guidances.map((guidance) => (
            <tr key={guidance}>
              <th scope="row">{guidance}</th>
              {steps.map((step) => {
                const generation = find(step, guidance);
                return (
                  <td key={step}>
                    {generation && <GenerationProgress generation={generation} linked={false} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

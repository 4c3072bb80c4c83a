import type { Criterion } from './rubric.ts';
import css from './rubric-view.module.css';

/** A rubric to read: each criterion with its levels and their points. */
export function RubricView({ rubric }: { rubric: Criterion[] }) {
  return (
    <ul className={css.criteria}>
      {rubric.map(({ id, name, description, levels }) => (
        <li key={id} className={css.criterion}>
          <span className={css.name}>{name}</span>
          {description && <span className={css.description}>{description}</span>}
          <ul className={css.levels}>
            {levels.map((level) => (
              <li key={level.id} className={css.level}>
                {level.name}: {level.points}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

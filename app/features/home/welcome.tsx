import { GitCompareArrows, MessageSquareText, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Cluster } from '#app/components/cluster.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { StudioDrawing } from '#app/components/studio-drawing.tsx';
import { DemoSignIn } from '#app/features/accounts/demo-sign-in.tsx';
import type { DemoPeople } from '#app/features/accounts/find-demo-people.server.ts';
import css from './welcome.module.css';

/** What Easel is, for someone who is not signed in, and the ways in. */
export function Welcome({ demo }: { demo: DemoPeople | null }) {
  const { t } = useTranslation();
  return (
    <div className={css.page}>
      <section className={css.hero}>
        <div className={css.words}>
          <h1 className={css.title}>{t('Learn to say what you want to see')}</h1>
          <p className={css.lead}>
            {t(
              'Easel is a classroom for picture-making machines. You write, the model paints, and you find out why it painted that.',
            )}
          </p>
          <Cluster>
            <LinkButton to="/sign-in" size="large">
              {t('Sign in')}
            </LinkButton>
            <LinkButton to="/join" size="large" variant="secondary">
              {t('Join with a class code')}
            </LinkButton>
          </Cluster>
        </div>
        <StudioDrawing className={css.mark} />
      </section>
      {demo && <DemoSignIn people={demo} />}
      <ul className={css.points}>
        <Point icon={<MessageSquareText aria-hidden />} title={t('Short lessons')}>
          {t('Predict, make, compare, explain. Each lesson meets one idea, from seeds to weights.')}
        </Point>
        <Point icon={<GitCompareArrows aria-hidden />} title={t('Fair comparisons')}>
          {t('Change one thing, keep the seed, and see what that one thing did.')}
        </Point>
        <Point icon={<ShieldCheck aria-hidden />} title={t('In your school')}>
          {t(
            'Pictures are made on the school’s own computer, checked before anyone sees them, and stay there.',
          )}
        </Point>
      </ul>
    </div>
  );
}

function Point({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li className={css.point}>
      <span className={css.icon}>{icon}</span>
      <h2 className={css.heading}>{title}</h2>
      <p>{children}</p>
    </li>
  );
}

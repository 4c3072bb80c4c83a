import { Form } from '@remix-run/react';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import type { JoinCards } from './find-join-cards.server.ts';
import { MOST_CARDS } from './join-cards-choice.ts';
import css from './join-cards-page.module.css';

/** Cards of a class, to print and cut: how to join it, or how each student signs in. */
export function JoinCardsPage(props: JoinCards) {
  const { t } = useTranslation();
  const { classId, className, choice, isOpen, isOnlyHere, students } = props;
  const isJoining = choice.kind === 'join';
  const isEmpty = !isJoining && students.length === 0;
  return (
    <Stack gap="large">
      <div className={css.screenOnly}>
        <Stack>
          <PageHeader
            title={t('Cards to print')}
            lead={t('Print them, cut them out, hand them round.')}
            back={{ to: `/classes/${classId}`, label: className }}
            actions={
              <Button
                type="button"
                icon={<Printer aria-hidden />}
                disabled={isEmpty}
                onClick={() => print()}
              >
                {t('Print the cards')}
              </Button>
            }
          />
          <Form method="get" className={css.choice}>
            <Field id="kind" label={t('Cards')}>
              <Select
                id="kind"
                name="kind"
                defaultValue={choice.kind}
                options={[
                  { value: 'join', label: t('To join the class with its code') },
                  { value: 'students', label: t('One for each student, to sign in') },
                ]}
              />
            </Field>
            <Field id="count" label={t('How many cards to join')}>
              <TextInput
                id="count"
                name="count"
                type="number"
                min={1}
                max={MOST_CARDS}
                defaultValue={choice.count}
              />
            </Field>
            <Button variant="secondary">{t('Show')}</Button>
          </Form>
          {isJoining && !isOpen && (
            <Notice tone="warning">
              {t('Nobody can join with this code now. Unlock it or make a new one first.')}
            </Notice>
          )}
          {isOnlyHere && (
            <Notice tone="warning" title={t('Other computers can’t reach this address')}>
              {t('Open this page by the address that students use, and the cards will show it.')}
            </Notice>
          )}
        </Stack>
      </div>
      {isEmpty ? (
        <EmptyState title={t('Nobody has joined yet')} drawing="frames">
          <p>{t('Print cards to join with instead.')}</p>
        </EmptyState>
      ) : (
        <ul className={css.cards}>
          {isJoining
            ? Array.from({ length: choice.count }, (_, index) => (
                <li key={index} className={css.card}>
                  <JoinCard {...props} />
                </li>
              ))
            : students.map((student) => (
                <li key={student.id} className={css.card}>
                  <SignInCard {...props} {...student} />
                </li>
              ))}
        </ul>
      )}
    </Stack>
  );
}

function JoinCard({ className, address, code, qrCode }: JoinCards) {
  const { t } = useTranslation();
  return (
    <>
      <div className={css.words}>
        <b className={css.name}>{className}</b>
        <span>{t('Go to')}</span>
        <b className={css.address}>{address}</b>
        <span>{t('Class code')}</span>
        <b className={css.code} translate="no">
          {code}
        </b>
      </div>
      <QrPicture qrCode={qrCode} />
    </>
  );
}

function SignInCard(props: JoinCards & { displayName: string; username: string }) {
  const { t } = useTranslation();
  const { className, address, qrCode, displayName, username } = props;
  return (
    <>
      <div className={css.words}>
        <b className={css.name}>{displayName}</b>
        <span>{className}</span>
        <span>{t('Go to')}</span>
        <b className={css.address}>{address}</b>
        <span>{t('Username')}</span>
        <b translate="no">{username}</b>
      </div>
      <QrPicture qrCode={qrCode} />
    </>
  );
}

/** Dark on white in both themes, with the quiet zone of four modules that readers need. */
function QrPicture({ qrCode: { size, path } }: Pick<JoinCards, 'qrCode'>) {
  const { t } = useTranslation();
  return (
    <svg
      className={css.qr}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={t('The same address as a code for a camera')}
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

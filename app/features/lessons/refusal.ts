import { UserError } from '#app/platform/user-error.ts';
import { EvidenceError } from './evidence-error.ts';

/** Why a form was not taken, as the page shows it. */
export interface Refusal {
  message: string;
  field: string | null;
  /** A wrong answer is a part of learning, and looks calmer than a mistake. */
  isWrongAnswer: boolean;
  status: number;
}

/** An expected failure for the page; any other error is thrown on. */
export function readRefusal(error: unknown): Refusal {
  if (!(error instanceof UserError)) throw error;
  const isWrongAnswer = error instanceof EvidenceError && error.fault === 'wrong-answer';
  return {
    message: error.message,
    field: error.field ?? null,
    isWrongAnswer,
    status: error.status,
  };
}

/** The first thing that is wrong with a form that does not have the shape of its step. */
export function refuseForm(error: Record<string, string[] | null> | null): Refusal {
  const [field, messages] = Object.entries(error ?? {})[0] ?? [null, null];
  const message = messages?.[0] ?? 'This form can’t be read. Load the page again.';
  return { message, field, isWrongAnswer: false, status: 400 };
}

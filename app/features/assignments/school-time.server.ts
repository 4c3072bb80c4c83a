// Easel runs on the school's own machine, so the machine's time zone is the school's. Pages get times as
// text from here: a browser elsewhere would otherwise show another hour than the one that was set.

/** A time as a `datetime-local` field holds it. */
export function toFieldTime(time: Date | null): string {
  return time ? toSchoolTime(time) : '';
}

/** What the school's clock shows at a time, such as "2026-11-24T15:30"; pages write it in the reader's language. */
export function toSchoolTime(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The time that a `datetime-local` field holds, in the school's zone. */
export function fromFieldTime(text: string): Date | null {
  return text === '' ? null : new Date(text);
}

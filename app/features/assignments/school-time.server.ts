// Easel runs on the school's own machine, so the machine's time zone is the school's. Pages get times as
// text from here: a browser elsewhere would otherwise show another hour than the one that was set.

const LABEL = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A time as pages write it: "Tue 24 Nov, 15:30". */
export function printTime(time: Date): string {
  return LABEL.format(time);
}

/** A time as a `datetime-local` field holds it. */
export function toFieldTime(time: Date | null): string {
  if (!time) return '';
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** The time that a `datetime-local` field holds, in the school's zone. */
export function fromFieldTime(text: string): Date | null {
  return text === '' ? null : new Date(text);
}

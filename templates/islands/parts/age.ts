// Says how old an article is, when it is older than the newspaper wants. Computed in the reader's browser, because a
// page says for years what it said when it was made.

const day = 86_400_000;

/** Shows the sentence of `[data-age]` when it is true. */
export function tellAge(note: HTMLElement, now: number): void {
  const { age = '', after = '', days, months, year, years } = note.dataset;
  const then = new Date(age);
  if (Number.isNaN(then.getTime()) || now - then.getTime() < Number(after) * day) return;
  const count = fullYears(then, new Date(now));
  const past = Math.floor((now - then.getTime()) / day);
  const [text, number] =
    count > 1
      ? [years, count]
      : count === 1
        ? [year, 1]
        : past >= 60
          ? [months, Math.floor(past / 30.44)]
          : [days, past];
  if (text === undefined) return;
  note.textContent = text.replace('{count}', String(number));
  note.hidden = false;
}

/** Birthdays that have passed. */
function fullYears(then: Date, now: Date): number {
  const years = now.getUTCFullYear() - then.getUTCFullYear();
  const birthday = new Date(then);
  birthday.setUTCFullYear(now.getUTCFullYear());
  return birthday > now ? years - 1 : years;
}

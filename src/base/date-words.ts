// Words in dates that authors write: months in the languages of our neighbours, and abbreviations of zones.
// Data only; a word may be added to any line. Invariant: no word stands for two months.

const monthWords: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january', 'januar', 'januari', 'enero', 'ene', 'gennaio', 'janeiro'],
  ['fevrier', 'fevr', 'fev', 'february', 'febr', 'feb', 'februar', 'februari', 'febrero', 'febbraio', 'fevereiro'],
  ['mars', 'march', 'mar', 'marz', 'maart', 'mrt', 'marzo', 'marco'],
  ['avril', 'avr', 'april', 'apr', 'abril', 'abr', 'aprile'],
  ['mai', 'may', 'mei', 'mayo', 'maggio', 'maio'],
  ['juin', 'june', 'jun', 'juni', 'junio', 'giugno', 'junho'],
  ['juillet', 'juil', 'jul', 'july', 'juli', 'julio', 'luglio', 'julho'],
  ['aout', 'august', 'aug', 'augustus', 'agosto', 'ago'],
  ['septembre', 'sept', 'sep', 'september', 'septiembre', 'settembre', 'setembro'],
  ['octobre', 'oct', 'october', 'oktober', 'okt', 'octubre', 'ottobre', 'outubro'],
  ['novembre', 'nov', 'november', 'noviembre', 'novembro'],
  ['decembre', 'dec', 'december', 'dezember', 'dez', 'diciembre', 'dic', 'dicembre', 'dezembro'],
];
/** Months by name, lower case and without accents. */
export const months = new Map(monthWords.flatMap((words, i) => words.map((word) => [word, i + 1] as const)));

/**
 * Zones by abbreviation: minutes east of UTC, or a name. Only those that mean one thing in a newsroom: IST and BST of
 * Asia are left out.
 */
export const zones: Record<string, number | string> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

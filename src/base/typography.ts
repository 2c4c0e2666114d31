// French spaces: no line may begin with ; : ! ? » or %, nor end with «. An author types plain spaces; readers get
// the no-break ones (narrow before ; ! ?, full before : and % and inside « »).
// It changes spaces that are there and adds none, so that addresses, times and code stay what they are.

const wanted = / [;:!?»%]|« /;
const narrow = / (?=[;!?](?![\p{L}\p{N}/=]))/gu;
const full = / (?=[:»%](?![\p{L}\p{N}/=]))|(?<=«) /gu;

/** The text as it is set in its language (BCP 47); only French has rules. */
export function typeset(text: string, lang: string): string {
  if (!lang.startsWith('fr') || !wanted.test(text)) return text;
  return text.replace(narrow, '\u202f').replace(full, '\u00a0');
}

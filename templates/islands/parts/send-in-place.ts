// A form that posts to the intake, sent without leaving the page: the answer stands below it and is read aloud.
// The stamp that tells when it was opened is fetched at its first focus; without one, or when the intake finds it too
// young, the form waits and is sent once more by itself.
// Invariant: what was typed stays until the intake has said that it has it.

/** What the intake answers to a script. */
interface Answer {
  readonly ok: boolean;
  readonly code: string;
  readonly message: string;
  readonly stamp: string | null;
}

/** Longer than the intake wants to have passed, in ms. */
const patience = 3300;

/** Sends the form in place; `sent` is called when the intake has it. */
export function sendInPlace(form: HTMLFormElement, sent: () => void): void {
  const told = form.querySelector<HTMLElement>('.told');
  const field = (name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;
  const tell = (text: string | undefined): void => {
    if (told) told.textContent = text ?? '';
  };
  const address = (name: string): string => form.getAttribute(name) ?? '';

  const takeStamp = async (): Promise<void> => {
    if (field('stamp').value !== '') return;
    const url = `${address('data-stamp')}?${new URLSearchParams({ article: field('article').value })}`;
    const { stamp } = (await (await fetch(url)).json()) as Answer;
    if (field('stamp').value === '') field('stamp').value = stamp ?? '';
  };
  const post = async (): Promise<Answer> => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    const headers = { accept: 'application/json' };
    return (await (await fetch(address('action'), { method: 'POST', headers, body })).json()) as Answer;
  };
  const send = async (): Promise<void> => {
    tell(form.dataset['sending']);
    try {
      let answer = await post();
      if (answer.code === 'too-fast' || answer.code === 'preview') {
        field('stamp').value = answer.stamp ?? '';
        await new Promise((resolve) => setTimeout(resolve, patience));
        answer = await post();
      }
      if (answer.ok) {
        field('stamp').value = answer.stamp ?? '';
        sent();
      }
      tell(answer.message);
    } catch {
      tell(form.dataset['offline']);
    }
  };

  let sending = false;
  form.addEventListener('focusin', () => void takeStamp().catch(() => {}));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    void send().finally(() => {
      sending = false;
    });
  });
}

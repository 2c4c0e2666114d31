// Sharing an article: the system's own sheet where there is one, else its link in the clipboard. What was done is said.

/** Shows the button that this browser can serve. */
export function wireShare(button: HTMLElement): void {
  const { share: url = '', shared = '', failed = '', copy = '' } = button.dataset;
  const said = button.parentElement?.querySelector<HTMLElement>('[role=status]');
  const hasSheet = typeof navigator.share === 'function';
  if (!hasSheet) button.textContent = copy;
  const say = (text: string): void => {
    if (said) said.textContent = text;
  };
  button.addEventListener('click', () => {
    if (hasSheet) {
      // A reader who closes the sheet has changed their mind: nothing to say.
      navigator.share({ title: document.querySelector('h1')?.textContent ?? '', url }).catch(() => {});
      return;
    }
    copyText(url).then(
      () => say(shared),
      () => say(failed.replace('{url}', () => url)),
    );
  });
  button.hidden = false;
}

async function copyText(text: string): Promise<void> {
  // Only secure pages have a clipboard; without one the address is said, to be copied by hand.
  await navigator.clipboard.writeText(text);
}

// The body of a request as form fields: urlencoded, multipart or JSON, of a bounded size.
// What is too large is read to its end and thrown away (up to a point), so that the sender gets an answer and no
// broken connection. Invariant: never more than the limit is held in memory.

/** A form's largest body, in bytes: 4,000 characters of four bytes, escaped three times over. */
const largest = 64 * 1024;
/** Beyond this nobody waits for an answer. */
const patience = 64 * 1024 * 1024;

type Get = (name: string) => string | null;

/** The fields of a body, or what is wrong with it. */
export async function readBody(request: Request): Promise<Get | 'too-large' | 'wrong-type'> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const bytes = await readBytes(request);
  if (bytes === null) return 'too-large';
  if (type === 'application/x-www-form-urlencoded') {
    const fields = new URLSearchParams(new TextDecoder().decode(bytes));
    return (name) => fields.get(name);
  }
  if (type === 'multipart/form-data') return readMultipart(request, bytes);
  return type === 'application/json' ? readJson(new TextDecoder().decode(bytes)) : 'wrong-type';
}

/** Null when it is larger than a form can be. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    size += part.value.byteLength;
    if (size <= largest) parts.push(part.value);
    else parts.length = 0;
    if (size > patience) {
      await reader?.cancel();
      break;
    }
  }
  return size > largest ? null : new Uint8Array(Buffer.concat(parts));
}

async function readMultipart(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<Get | 'wrong-type'> {
  try {
    const headers = { 'content-type': request.headers.get('content-type') as string };
    const form = await new Response(bytes, { headers }).formData();
    return (name) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : null;
    };
  } catch {
    return 'wrong-type';
  }
}

function readJson(text: string): Get | 'wrong-type' {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return 'wrong-type';
    return (name) => {
      const field = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : null;
      return typeof field === 'string' ? field : null;
    };
  } catch {
    return 'wrong-type';
  }
}

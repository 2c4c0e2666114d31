// Orders on their way to another thread. What says most of articles goes as JSON, which costs less than sending objects;
// the first thread's own orders do not travel, and keep theirs.

import type { DrawOrder, Order } from './hands.ts';

/** An order as it travels. */
export type SentOrder = Exclude<Order, { type: 'draw' }> | { readonly type: 'draw'; readonly order: SentDrawOrder };

interface SentDrawOrder extends Pick<DrawOrder, 'pages'> {
  /** JSON of the rest. */
  readonly rest: string;
}

/** As it is sent. */
export function packOrder(order: Order): SentOrder {
  if (order.type !== 'draw') return order;
  const { pages, ...rest } = order.order;
  return { type: 'draw', order: { pages, rest: JSON.stringify(rest) } };
}

/** As it is carried out. */
export function unpackOrder(sent: SentOrder): Order {
  if (sent.type !== 'draw') return sent;
  const { pages, rest } = sent.order;
  return { type: 'draw', order: { pages, ...(JSON.parse(rest) as Omit<DrawOrder, 'pages'>) } };
}

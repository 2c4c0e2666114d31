// The one door to sharp: loaded when the first picture has to be opened, and kept from hoarding memory.
// Each picture takes one thread of libvips; how many are made at once is decided in make-pictures.ts.

import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import type Sharp from 'sharp';

/** Pictures with more pixels are not decoded. */
export const mostPixels = 120_000_000;

let loading: Promise<typeof Sharp> | null = null;

/** Loads sharp. */
export function loadSharp(): Promise<typeof Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
}

/** Version of sharp, without loading it: other versions make other bytes. */
export function sharpVersion(): string {
  const file = findPackageJSON('sharp', import.meta.url) as string;
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

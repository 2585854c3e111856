/// <reference types="@astrojs/starlight" />
import 'astro';

declare module 'astro' {
  interface AstroClientDirectives {
    /** Alive at the first sign of a human (`site/stir.ts`). */
    'client:stir'?: boolean;
  }
}

/** A compiled module. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

/** The memory of an instance. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** The part of WebAssembly's interface that structure recovery uses; the ECMAScript library has no types for it. */
export interface WebAssemblyInterface {
  /** Compiles code; throws where the engine does not know all of it, as of SIMD. */
  readonly Module: new (
    code: Uint8Array<ArrayBuffer>,
  ) => WasmModule;
  /** Pages are of 64 KB. */
  readonly Memory: new (pages: {
    readonly initial: number;
  }) => WasmMemory;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: unknown };
}

/** WebAssembly, where the engine has it. */
export const webAssembly: WebAssemblyInterface | undefined = (
  globalThis as { readonly WebAssembly?: WebAssemblyInterface }
).WebAssembly;

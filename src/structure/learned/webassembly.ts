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

/** A module with its memory. */
export interface WasmInstance {
  readonly memory: WasmMemory;
  readonly exports: unknown;
}

/**
 * Compiles a module and gives it a memory.
 *
 * @param code the module
 * @param bytes size of the memory
 * @returns undefined where the engine has no WebAssembly, or not all that the module needs
 */
export function instantiate(
  code: Uint8Array<ArrayBuffer>,
  bytes: number,
): WasmInstance | undefined {
  if (webAssembly === undefined) return undefined;
  try {
    const memory = new webAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
    const module = new webAssembly.Module(code);
    return { memory, exports: new webAssembly.Instance(module, { env: { memory } }).exports };
  } catch {
    return undefined;
  }
}

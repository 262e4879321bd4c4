import { default as packaged } from '@jitl/quickjs-wasmfile-release-sync';
import {
  DefaultIntrinsics,
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import { runtimeSource } from '../../core/reason/runtime/bundle.generated.ts';
import type { PackedFrame } from '../../core/reason/runtime/packed-frame.ts';
import { programFile } from '../../core/reason/runtime/program-file.ts';
import { InterruptBudget } from './interrupt-budget.ts';
import { ThreadTime } from './thread-time.ts';
import type { WorkerReply, WorkerStart } from './worker-messages.ts';

/** Its types describe the CommonJS form, where the variant is one level deeper. */
const variant = packaged as unknown as QuickJSSyncVariant;

/** WebAssembly pages of 64 KiB in a MiB. */
const pagesPerMb = 16;
const pageBytes = 65_536;
/** What the module needs to start. */
const startPages = 256;
/** The runtime is ours: it gets its own, generous time. */
const setUpMs = 2000;

const outOfMemory: WorkerReply = { limit: 'memory-limit', message: 'the program ran out of memory' };

/** A program in a WebAssembly module of its own, whose memory cannot grow beyond the limit. */
export class ProgramHost {
  private readonly context: QuickJSContext;
  private readonly budget: InterruptBudget;
  private readonly limitMs: number;
  private readonly step: QuickJSHandle;
  private readonly trouble: QuickJSHandle;
  private readonly limit: QuickJSHandle;
  private readonly isGrown: () => boolean;

  private constructor(context: QuickJSContext, budget: InterruptBudget, limitMs: number, isGrown: () => boolean) {
    this.context = context;
    this.budget = budget;
    this.limitMs = limitMs;
    this.isGrown = isGrown;
    this.limit = context.getProp(context.global, '__limit');
    this.step = context.getProp(context.global, '__step');
    this.trouble = context.getProp(context.global, '__trouble');
  }

  /** The host, ready to load its program. */
  static async start({
    wasm,
    hysteresisSeconds,
    explain,
    timeLimitMs,
    memoryLimitMb,
  }: WorkerStart): Promise<ProgramHost> {
    const maximum = Math.max(startPages, Math.round(memoryLimitMb * pagesPerMb));
    const wasmMemory = new WebAssembly.Memory({ initial: startPages, maximum });
    const module = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule: wasm, wasmMemory }));
    const runtime = module.newRuntime();
    const budget = new InterruptBudget(ThreadTime.of(ThreadTime.ownId()));
    budget.start(setUpMs);
    runtime.setInterruptHandler(() => budget.isSpent());
    const context = runtime.newContext({ intrinsics: { ...DefaultIntrinsics, Date: false } });
    context.unwrapResult(context.evalCode(runtimeSource, 'runtime.js')).dispose();
    const open = `__open('${JSON.stringify({ hysteresisSeconds, explain })}')`;
    context.unwrapResult(context.evalCode(open, 'runtime.js')).dispose();
    const isGrown = (): boolean => wasmMemory.buffer.byteLength > startPages * pageBytes;
    return new ProgramHost(context, budget, timeLimitMs, isGrown);
  }

  /** Evaluates the program's text. */
  load(source: string): WorkerReply {
    return this.limited(() => {
      const result = this.context.evalCode(source, programFile, { strict: true });
      if (result.error === undefined) {
        result.value.dispose();
        return { json: '' };
      }
      const limit = this.limitOf(result.error);
      return limit ?? this.call(this.trouble, result.error);
    });
  }

  /** One frame. */
  take({ numbers, texts }: PackedFrame): WorkerReply {
    return this.limited(() =>
      this.call(this.step, this.context.newArrayBuffer(numbers.buffer), this.context.newString(texts)),
    );
  }

  /** Bytes of all values, as QuickJS counts them. */
  memory(): WorkerReply {
    const usage = this.context.runtime.computeMemoryUsage().consume((handle) => this.context.dump(handle));
    return { json: String(usage.memory_used_size) };
  }

  private limited(work: () => WorkerReply): WorkerReply {
    this.budget.start(this.limitMs);
    try {
      return work();
    } catch (error) {
      return { limit: 'memory-limit', message: `the sandbox broke down: ${String(error).slice(0, 200)}` };
    }
  }

  private call(callee: QuickJSHandle, ...given: QuickJSHandle[]): WorkerReply {
    const result = this.context.callFunction(callee, this.context.undefined, ...given);
    for (const one of given) one.dispose();
    if (result.error !== undefined) return this.limitOf(result.error) ?? outOfMemory;
    const json = this.context.getString(result.value);
    result.value.dispose();
    // Where not even the error fits, QuickJS throws null.
    if (json.includes('"threw null"') && this.isGrown()) return outOfMemory;
    return { json };
  }

  /** The limit that an error speaks of; undefined for an error of the program. */
  private limitOf(error: QuickJSHandle): WorkerReply | undefined {
    const message = this.messageOf(error);
    if (/\binterrupted\b/.test(message))
      return { limit: 'time-limit', message: `the program took longer than ${this.limitMs} ms` };
    return /out of memory/.test(message) ? outOfMemory : undefined;
  }

  /** Only of QuickJS's own InternalError; a getter of the program is not called. */
  private messageOf(error: QuickJSHandle): string {
    const result = this.context.callFunction(this.limit, this.context.undefined, error);
    if (result.error !== undefined) return 'interrupted';
    return result.value.consume((value) => this.context.getString(value));
  }
}

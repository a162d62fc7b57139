/**
 * A map that forgets its oldest entries, so that an emulator that runs for weeks, or serves a load test, stays as
 * small as it started. The limit is far above what any one test has under way at a time.
 */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly limit: number

  constructor(limit = 10_000) {
    super()
    this.limit = limit
  }

  override set(key: Key, value: Value): this {
    super.set(key, value)
    if (this.size > this.limit) this.delete(this.keys().next().value as Key)
    return this
  }
}

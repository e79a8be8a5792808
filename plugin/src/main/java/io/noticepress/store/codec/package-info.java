/**
 * Records as bytes: one codec made from a record's components instead of an encoder and a decoder for each type.
 *
 * <p>Doors: {@link BinaryCodecs}, {@link RecordCodec}.
 *
 * <p>Incremental: setting a codec up takes some milliseconds of each run, decoding about as long as hand-written code.
 *
 * <p>Own code: Java serialization is slow and unsafe, and libraries such as Kryo or Protocol Buffers need generated classes or
 * registries for what records already say.
 */
@NullMarked
package io.noticepress.store.codec;

import org.jspecify.annotations.NullMarked;

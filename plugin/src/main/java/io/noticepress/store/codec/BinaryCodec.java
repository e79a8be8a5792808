package io.noticepress.store.codec;

/** Writes values of a type as bytes and reads them back. Safe for use by several threads. */
public interface BinaryCodec<T> {
    /** Appends a value. */
    void write(BinaryWriter out, T value);

    /**
     * Reads the value that {@link #write} has written.
     *
     * @throws UnknownNameException if it names something that this version or these settings do not have
     */
    T read(BinaryReader in);
}

package io.noticepress.store.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * A record as its components, one after another in the order of their declaration.
 *
 * <p>Core reflection rather than method handles: a build decodes once in a new JVM, where linking handles takes longer than
 * the decoding. From JDK 18 on reflection links handles itself, unless {@code -Djdk.reflect.useNativeAccessorOnly=true} is set.
 *
 * <pre>
 * Location[file=a.md, line=5, column=9]    08 61 2E 6D 64  05  09
 * </pre>
 */
public final class RecordCodec<T extends Record> implements BinaryCodec<T> {
    private final Class<T> type;
    private final BinaryCodecs codecs;
    private volatile Layout<T> layout;

    /** What reflection finds out about a record, once. */
    private record Layout<T>(Constructor<T> constructor, Method[] accessors, BinaryCodec<Object>[] codecs) {}

    RecordCodec(Class<T> type, BinaryCodecs codecs) {
        this.type = type;
        this.codecs = codecs;
    }

    /** Found when the first record is read or written: most entries have no problem, no relation, no attachment. */
    private Layout<T> layout() {
        Layout<T> found = layout;
        if (found == null) {
            found = createLayout();
            layout = found;
        }
        return found;
    }

    private Layout<T> createLayout() {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Method[] accessors = new Method[components.length];
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        BinaryCodec<Object>[] found = new BinaryCodec[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
            found[i] = codecs.codecOf(components[i]);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Layout<>(constructor, accessors, found);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    @Override
    public void write(BinaryWriter out, T value) {
        Layout<T> found = layout();
        try {
            for (int i = 0; i < found.codecs.length; i++) {
                found.codecs[i].write(out, found.accessors[i].invoke(value));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    @Override
    public T read(BinaryReader in) {
        Layout<T> found = layout();
        Object[] values = new Object[found.codecs.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = found.codecs[i].read(in);
        }
        try {
            return found.constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /**
     * A record as an entry of its own.
     *
     * @param known values that {@link #decode} will be given too; they take a byte or two only
     */
    public byte[] encode(T value, Object... known) {
        BinaryWriter out = new BinaryWriter(known);
        write(out, value);
        return out.toBytes();
    }

    /** The record of an entry; nothing if it names something that this version or these settings do not have. */
    public Optional<T> decode(byte[] bytes, int offset, Object... known) {
        try {
            return Optional.of(read(new BinaryReader(bytes, offset, known)));
        } catch (UnknownNameException e) {
            return Optional.empty();
        }
    }
}

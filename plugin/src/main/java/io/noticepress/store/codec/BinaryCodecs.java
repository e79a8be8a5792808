package io.noticepress.store.codec;

import io.noticepress.model.values.Digest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes codecs of records whose components are numbers, booleans, texts, days, digests, enums, other records, or optionals,
 * lists and maps of these. Types that are stored in another way are set first:
 *
 * <pre>
 * new BinaryCodecs().byKey(Issuer.class, Issuer::key, site.issuers()).record(Notice.class)
 * </pre>
 */
public final class BinaryCodecs {
    private final Map<Type, BinaryCodec<?>> byType = new HashMap<>();
    private final Map<String, UnaryOperator<?>> onRead = new HashMap<>();

    public BinaryCodecs() {
        byType.put(int.class, new ValueCodecs.IntCodec());
        byType.put(long.class, new ValueCodecs.LongCodec());
        byType.put(boolean.class, new ValueCodecs.BooleanCodec());
        byType.put(String.class, new ValueCodecs.StringCodec());
        byType.put(LocalDate.class, new ValueCodecs.DayCodec());
        byType.put(Digest.class, new ValueCodecs.DigestCodec());
    }

    /** Values of a type are stored as their keys only, and looked up when they are read. */
    public <T> BinaryCodecs byKey(Class<T> type, Function<T, String> key, Map<String, T> values) {
        byType.put(type, new ValueCodecs.KeyCodec<>(key, values));
        return this;
    }

    /** Equal records of a type are stored once in an entry, and are one object when they are read. */
    public <T extends Record> BinaryCodecs share(Class<T> type) {
        byType.put(type, new ValueCodecs.SharedCodec<>(record(type)));
        return this;
    }

    /**
     * A value is passed through a function when it has been read, to be interned for example.
     *
     * @param component the name of a component of the record
     */
    public BinaryCodecs onRead(Class<? extends Record> type, String component, UnaryOperator<?> function) {
        if (Arrays.stream(type.getRecordComponents())
                .noneMatch(each -> each.getName().equals(component))) {
            throw new IllegalArgumentException(componentName(type, component));
        }
        onRead.put(componentName(type, component), function);
        return this;
    }

    private static String componentName(Class<?> type, String component) {
        return type.getName() + "." + component;
    }

    /** The codec of a record. */
    public <T extends Record> RecordCodec<T> record(Class<T> type) {
        return new RecordCodec<>(type, this);
    }

    @SuppressWarnings("unchecked") // the codec and the function are of the type of the component
    synchronized BinaryCodec<Object> codecOf(RecordComponent component) {
        BinaryCodec<?> codec = byType.get(component.getType());
        BinaryCodec<Object> found = (BinaryCodec<Object>) (codec != null ? codec : codecOf(component.getGenericType()));
        UnaryOperator<?> function = onRead.get(componentName(component.getDeclaringRecord(), component.getName()));
        return function == null ? found : new ValueCodecs.OnReadCodec<>(found, (UnaryOperator<Object>) function);
    }

    private BinaryCodec<?> codecOf(Type type) {
        BinaryCodec<?> codec = byType.get(type);
        if (codec == null) {
            codec = create(type);
            byType.put(type, codec);
        }
        return codec;
    }

    private BinaryCodec<?> create(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return new ValueCodecs.OptionalCodec<>(codecOf(arguments[0]));
            }
            if (generic.getRawType() == List.class) {
                return new ValueCodecs.ListCodec<>(codecOf(arguments[0]));
            }
            if (generic.getRawType() == Map.class) {
                return new ValueCodecs.MapCodec<>(codecOf(arguments[0]), codecOf(arguments[1]));
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            return record(plain.asSubclass(Record.class));
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            return enumCodec(plain);
        }
        throw new IllegalArgumentException("no codec for " + type);
    }

    /** An enum is stored by the names of its constants: a later version may have others, in another order. */
    private static BinaryCodec<?> enumCodec(Class<?> type) {
        Map<String, Enum<?>> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), (Enum<?>) constant);
        }
        return new ValueCodecs.KeyCodec<>(Enum::name, constants);
    }
}

package io.noticepress.store.codec;

import io.noticepress.model.values.Digest;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Creates records with random components by reflection, so that tests need no change when a record gains a component. */
public final class RandomRecords {
    private static final String[] PARTS = {"a", "kx", " ", "\n", "é", "通知", "〔2030〕", "\u0000", "😀", "x".repeat(200)};

    private final Random random;
    private final Map<Class<?>, List<?>> choices = new HashMap<>();

    public RandomRecords(long seed) {
        random = new Random(seed);
    }

    /** Sets the values from which components of a type are chosen. */
    public <T> RandomRecords choosing(Class<T> type, List<T> values) {
        choices.put(type, values);
        return this;
    }

    /** The next random record of a type; equal seeds give equal records. */
    public <T extends Record> T next(Class<T> type) {
        return type.cast(value(type));
    }

    /** A random text of up to three parts, so that equal texts are frequent. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int remaining = random.nextInt(4); remaining > 0; remaining--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (choices.containsKey(plain)) {
            return choices.get(plain).get(random.nextInt(choices.get(plain).size()));
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        if (plain == int.class) {
            return (int) number();
        }
        if (plain == long.class) {
            return number();
        }
        if (plain == boolean.class) {
            return random.nextBoolean();
        }
        if (plain == String.class) {
            return text();
        }
        if (plain == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000);
        }
        return plain == Digest.class
                ? new Digest(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())
                : newRecord(plain);
    }

    /** A number of random length and sign. */
    private long number() {
        return random.nextLong() >> random.nextInt(Long.SIZE);
    }

    private Object collection(Type raw, Type[] arguments) {
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(arguments[0]));
        }
        int size = random.nextInt(4);
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(arguments[0]), value(arguments[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(arguments[0]));
        }
        return list;
    }

    private Object newRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }
}

package io.noticepress.content.schema;

import io.noticepress.content.schema.FieldType.ChoiceType;
import io.noticepress.content.schema.FieldType.GroupType;
import io.noticepress.content.schema.FieldType.KeyType;
import io.noticepress.content.schema.FieldType.ListType;
import io.noticepress.content.schema.FieldType.PatternType;
import io.noticepress.content.schema.FieldType.ScalarType;
import io.noticepress.content.schema.FieldType.UnionType;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Generates random front matter from a set of fields, most of it valid. */
final class FrontMatterGenerator {
    private static final List<String> ODD_VALUES = List.of(
            "关于印发要点的通知",
            "2030",
            "0123",
            "'no'",
            "\"a: b\"",
            "kx",
            "kjt",
            "party-building",
            "1.50",
            "'null'",
            "\"\"",
            "[a, b]",
            "{a: b}",
            "2030-02-30",
            "2030-04-15",
            "full",
            "'true'",
            "v1 abc",
            "https://example.org/a",
            "a.txt");

    private final Random random;

    FrontMatterGenerator(Random random) {
        this.random = random;
    }

    String randomFrontMatter(FieldSet fieldSet) {
        StringBuilder out = new StringBuilder();
        for (FieldSpec fieldSpec : fieldSet.specs().values()) {
            int chance = fieldSpec.name().equals("translation") ? 100 : fieldSpec.required() ? 97 : 18;
            if (random.nextInt(100) < chance) {
                out.append(fieldSpec.name())
                        .append(": ")
                        .append(mostlyValidValue(fieldSpec.type()))
                        .append('\n');
            }
        }
        if (random.nextInt(15) == 0) {
            out.append(random.nextBoolean() ? "colour: red\n" : "cites: [a]\n");
        }
        return out.isEmpty() ? "title: a\n" : out.toString();
    }

    /** All required fields and one more. */
    String requiredFieldsAnd(FieldSet fieldSet, FieldSpec also) {
        StringBuilder out = new StringBuilder();
        for (FieldSpec fieldSpec : fieldSet.specs().values()) {
            if (fieldSpec.required() || fieldSpec == also) {
                out.append(fieldSpec.name())
                        .append(": ")
                        .append(validValue(fieldSpec.type()))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private String mostlyValidValue(FieldType fieldType) {
        return random.nextInt(30) == 0 ? ODD_VALUES.get(random.nextInt(ODD_VALUES.size())) : validValue(fieldType);
    }

    private String validValue(FieldType fieldType) {
        if (fieldType instanceof ScalarType scalarType) {
            return switch (scalarType) {
                case LINE, PROSE ->
                    pick("关于印发《要点》的通知", "2030", "3.10", "\"no\"", "\"true\"", "\"x # y\"", "0x1F", "示例科协发〔2030〕6号");
                case DATE -> pick("2030-04-15", "2030-12-31", "2030-05-01");
                case BOOLEAN -> pick("true", "false", "\"true\"");
                case COUNT -> "50";
            };
        }
        if (fieldType instanceof KeyType keyType) {
            return switch (keyType) {
                case ISSUER -> "kx";
                case TOPIC -> "party-building";
                case KIND -> pick("通知", "tongzhi", "Notice");
                case NOTICE -> pick("kx-2029-1", "2029", "1e5");
                default -> "zh";
            };
        }
        if (fieldType instanceof ChoiceType choiceType) {
            return choiceType.names().get(random.nextInt(choiceType.names().size()));
        }
        if (fieldType instanceof PatternType patternType) {
            return Stream.of("v1 abc_-9", "https://example.org/a", "0".repeat(64), "ab".repeat(32), "0123456789")
                    .filter(patternType::matches)
                    .findFirst()
                    .orElseThrow();
        }
        if (fieldType instanceof ListType listType) {
            return listType.allowsSingle() && random.nextBoolean()
                    ? validValue(listType.item())
                    : "[" + mostlyValidValue(listType.item()) + "]";
        }
        if (fieldType instanceof UnionType unionType) {
            return random.nextBoolean() ? validValue(unionType.first()) : validValue(unionType.second());
        }
        StringBuilder out = new StringBuilder("{");
        for (FieldSpec fieldSpec : ((GroupType) fieldType).fields().specs().values()) {
            if (fieldSpec.required() || random.nextBoolean()) {
                out.append(out.length() > 1 ? ", " : "")
                        .append(fieldSpec.name())
                        .append(": ");
                out.append(fieldSpec.name().equals("file") ? "a.txt" : mostlyValidValue(fieldSpec.type()));
            }
        }
        return out.append('}').toString();
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}

package io.noticepress.content.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.schema.FieldType.ChoiceType;
import io.noticepress.content.schema.FieldType.GroupType;
import io.noticepress.content.schema.FieldType.KeyedMapType;
import io.noticepress.content.schema.FieldType.ListType;
import io.noticepress.content.schema.FieldType.UnionType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every field has a text in {@code fields.yaml}, and every text there belongs to a field. */
class FieldTextsTest {
    private final Set<FieldText> used = new HashSet<>();

    @Test
    void fieldsAndTextsBelongTogether() {
        for (FieldSet fields : List.of(
                FieldSchemas.ORIGINAL,
                FieldSchemas.TRANSLATION,
                FieldSchemas.PAGE,
                FieldSchemas.SITE,
                FieldSchemas.ISSUER,
                FieldSchemas.TOPIC,
                FieldSchemas.KIND,
                FieldSchemas.term(List.of()))) {
            collect(fields);
        }
        Set<String> unused = new TreeSet<>(FieldTexts.ids());
        unused.removeIf(id -> used.contains(FieldTexts.of(id)));
        assertThat(unused).isEmpty();
    }

    @Test
    void anExampleForBothLanguagesOrEach() {
        assertThat(FieldTexts.of("edition.issued").example().zh()).isEqualTo("2030-04-15");
        assertThat(FieldTexts.of("edition.issued").example().en()).isEqualTo("2030-04-15");
        assertThat(FieldTexts.of("edition.kind").example().zh()).isEqualTo("通知");
        assertThat(FieldTexts.of("edition.kind").example().en()).isEqualTo("tongzhi");
        assertThat(FieldTexts.of("edition.summary").example()).isEqualTo(FieldText.NO_EXAMPLE);
    }

    @Test
    void labelsNameAField() {
        assertThat(FieldNames.chineseLabel("title")).isEqualTo("（标题）");
        assertThat(FieldNames.chineseLabel("by")).isEmpty();
        assertThat(FieldNames.guess(" 主题词 ", List.of("topics", "title"))).contains("topics");
        assertThat(FieldNames.guess("主题词", List.of("title"))).isEmpty();
        assertThat(FieldNames.guess("replies_to", List.of("repliesTo", "repeals")))
                .contains("repliesTo");
    }

    private void collect(FieldSet fields) {
        fields.specs().values().forEach(field -> {
            used.add(field.text().get());
            collect(field.type());
        });
    }

    private void collect(FieldType type) {
        if (type instanceof GroupType group) {
            collect(group.fields());
        } else if (type instanceof ListType list) {
            collect(list.item());
        } else if (type instanceof UnionType union) {
            collect(union.second());
        } else if (type instanceof KeyedMapType map) {
            collect(map.entry());
        } else if (type instanceof ChoiceType choice) {
            choice.names().forEach(name -> used.add(FieldTexts.of(choice.section() + "." + name)));
        }
    }
}

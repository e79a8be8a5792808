package io.noticepress.render.views.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.model.DocumentNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeViewAssemblerTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1 KB",
        "1, 1 KB",
        "1024, 1 KB",
        "1025, 2 KB",
        "1047552, 1023 KB",
        "1047553, 1.0 MB",
        "1048576, 1.0 MB",
        "1258291, 1.2 MB",
        "52428800, 50.0 MB"
    })
    void sizesAreRoundedUpToKilobytesThenToTenthsOfMegabytes(long bytes, String size) {
        assertThat(NoticeViewAssembler.sizeText(bytes)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        "示例科协发〔2030〕6号, [2030] No. 6",
        "示例科协发[2030]16号, [2030] No. 16",
        "示例市人民政府令第3号, No. 3",
        "2030年第2号, [2030] No. 2"
    })
    void readersOfOtherLanguagesAreToldYearAndNumber(String number, String gloss) {
        assertThat(NoticeViewAssembler.gloss(DocumentNumber.parse(number).orElseThrow()))
                .isEqualTo(gloss);
    }

    @Test
    void aNumberOfAnyShapeNeedsNoGloss() {
        assertThat(NoticeViewAssembler.gloss(DocumentNumber.ofFreeText("EX/2030/7")))
                .isEmpty();
    }
}

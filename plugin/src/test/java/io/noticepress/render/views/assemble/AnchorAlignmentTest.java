package io.noticepress.render.views.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorAlignmentTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', ''",
        "a b, a b, a=a b=b",
        "a b c, a c, a=a b=- c=c",
        "a c, a b c, a=a -=b c=c",
        "a, b, a=- -=b",
        "'', a b, -=a -=b",
        "a b, '', a=- b=-",
        // reordered: the longer run is aligned, on whichever side it moved
        "p a b c, a b c p, p=- a=a b=b c=c -=p",
        "a b c p, p a b c, -=p a=a b=b c=c p=-",
        "a b, b a, a=- b=b -=a",
        "a x b y c, c a z b, -=c a=a x=- -=z b=b y=- c=-"
    })
    void sharedAnchorsMeetAndTheRestStandsAlone(String left, String right, String rows) {
        List<String> lefts = words(left);
        List<String> rights = words(right);
        List<String> actual = AnchorAlignment.of(lefts, rights).stream()
                .map(alignedPair -> (alignedPair.hasLeft() ? lefts.get(alignedPair.left()) : "-")
                        + "="
                        + (alignedPair.hasRight() ? rights.get(alignedPair.right()) : "-"))
                .toList();
        assertThat(actual).isEqualTo(words(rows));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}

package io.noticepress.content.frontmatter;

import io.noticepress.markdown.lint.ClassificationMark;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;

/** Marks of secrecy (GB/T 9704-2012, 7.2.2): 机密★10年. A document that bears one must not be here at all. */
final class SecrecyMarkCheck {
    private SecrecyMarkCheck() {}

    static void check(Scalar value, Problems problems) {
        if (value.text().lines().anyMatch(line -> ClassificationMark.isMark(line, true))) {
            problems.add(
                    ProblemCode.SECRET_NOTICE,
                    value.at(),
                    value.width(),
                    Message.of(
                            "这里有密级标志“{0}”，涉密文件不得上网",
                            "\"{0}\" is a mark of secrecy: such a document must not be published", value.text()),
                    Message.of("撤下整个通知；确已解密的，删去标志", "take the notice away, or delete the mark if it is declassified"));
        }
    }
}

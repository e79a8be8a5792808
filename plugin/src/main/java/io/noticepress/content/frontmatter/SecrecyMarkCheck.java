package io.noticepress.content.frontmatter;

import io.noticepress.markdown.lint.ClassificationMark;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;

/** Reports classification marks such as 机密★10年 (GB/T 9704-2012, 7.2.2): classified documents must not be published. */
final class SecrecyMarkCheck {
    private SecrecyMarkCheck() {}

    /** Reports a mark on any line of a value. */
    static void check(Scalar value, Problems problems) {
        if (value.text().lines().anyMatch(line -> ClassificationMark.isMark(line, true))) {
            problems.add(
                    ProblemCode.SECRET_NOTICE,
                    value.at(),
                    value.width(),
                    Message.of(
                            "这里有密级标志“{0}”，涉密文件不得上网",
                            "\"{0}\" is a classification mark: a classified document must not be published",
                            value.text()),
                    Message.of(
                            "撤下整个通知；确已解密的，删去标志",
                            "remove the notice, or delete the mark if the document is declassified"));
        }
    }
}

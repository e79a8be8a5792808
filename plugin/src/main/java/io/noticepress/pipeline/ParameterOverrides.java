package io.noticepress.pipeline;

import io.noticepress.content.settings.BaseUrl;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.report.RunRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Parameters that override settings, checked as these are. */
final class ParameterOverrides {
    private ParameterOverrides() {}

    /** The settings with the base URL of the run. */
    static Site apply(Site site, RunRequest runRequest, Problems problems) {
        if (runRequest.baseUrl().isEmpty()) {
            return site;
        }
        Optional<String> url = BaseUrl.normalised(runRequest.baseUrl().get());
        if (url.isEmpty()) {
            problems.add(
                    ProblemCode.CONFIG_INVALID,
                    "noticepress.baseUrl",
                    Message.of(
                            "“{0}”不是完整的网址",
                            "\"{0}\" is not an absolute http or https URL",
                            runRequest.baseUrl().get()),
                    Message.of(
                            "写成如 -Dnoticepress.baseUrl=https://notices.example.org/ 的形式",
                            "write a URL such as -Dnoticepress.baseUrl=https://notices.example.org/"));
            return site;
        }
        return new Site(
                url.get(),
                site.theme(),
                site.timeZone(),
                site.pageSize(),
                site.messages(),
                site.publisher(),
                site.contact(),
                site.footer(),
                site.siteIdCode(),
                site.icp(),
                site.policeRecord(),
                site.languages(),
                site.issuers(),
                site.topics(),
                site.kinds(),
                Digest.of(site.digest().hex(), url.get()));
    }

    /** The day for which the site says what is in force; empty if there is none or it is no date. */
    static Optional<LocalDate> asOf(RunRequest runRequest, Problems problems) {
        try {
            return runRequest.asOf().map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            problems.add(
                    ProblemCode.CONFIG_INVALID,
                    "noticepress.asOf",
                    Message.of(
                            "“{0}”不是 yyyy-MM-dd 形式的日期",
                            "\"{0}\" is not a date in the form yyyy-MM-dd",
                            runRequest.asOf().get()),
                    Message.of(
                            "写成如 -Dnoticepress.asOf=2030-12-31 的形式",
                            "write a date such as -Dnoticepress.asOf=2030-12-31"));
            return Optional.empty();
        }
    }
}

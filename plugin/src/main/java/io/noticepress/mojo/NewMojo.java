package io.noticepress.mojo;

import io.noticepress.output.transaction.ProtectedDirs;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.scaffold.NewNoticeInput;
import io.noticepress.scaffold.NoticeCreator;
import io.noticepress.scaffold.Prompter;
import java.io.File;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Creates the files of a new notice, with all known fields filled in and every field explained. In a terminal it asks for what is
 * missing; otherwise it reports it. Never overwrites a file.
 *
 * @since 0.1.0
 */
@Mojo(name = "new", requiresProject = false, aggregator = true)
public final class NewMojo extends AbstractMojo {
    /** The content folder. */
    @Parameter(property = "noticepress.content", defaultValue = "content", required = true)
    private File content;

    /** The issuing body, a key of issuers.yaml; for a joint notice several, separated by commas, lead body first. */
    @Parameter(property = "noticepress.issuer")
    private @Nullable String issuer;

    /** The document number, as printed. */
    @Parameter(property = "noticepress.number")
    private @Nullable String number;

    /** The title. */
    @Parameter(property = "noticepress.title")
    private @Nullable String title;

    /** The date of issue, yyyy-MM-dd. */
    @Parameter(property = "noticepress.issued")
    private @Nullable String issued;

    /** The topics, keys of topics.yaml, separated by commas. */
    @Parameter(property = "noticepress.topics")
    private @Nullable String topics;

    /** The name for files and address; by default made from issuer and number. */
    @Parameter(property = "noticepress.slug")
    private @Nullable String slug;

    /** The language of messages and explanations, zh or en, instead of the one in site.yaml. */
    @Parameter(property = "noticepress.lang")
    private @Nullable String lang;

    /** Skips all goals. */
    @Parameter(property = "noticepress.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("noticepress: skipped");
            return;
        }
        NewNoticeInput input = NewNoticeInput.empty()
                .with("issuer", orEmpty(issuer))
                .with("number", orEmpty(number))
                .with("title", orEmpty(title))
                .with("issued", orEmpty(issued))
                .with("topics", orEmpty(topics))
                .with("slug", orEmpty(slug));
        Optional<Prompter> dialogue =
                session.getSettings().isInteractiveMode() ? TerminalPrompter.ofSystem() : Optional.empty();
        NoticeCreator creator = new NoticeCreator(
                content.toPath(),
                ProtectedDirs.displayPath(BaseFolder.of(session, content.toPath()), content.toPath()),
                Optional.ofNullable(lang).filter(value -> !value.isBlank()).map(MessageLanguage::of),
                new LogConsole(getLog()));
        Optional<String> failure = creator.create(input, dialogue);
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}

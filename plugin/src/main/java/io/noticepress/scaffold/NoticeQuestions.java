package io.noticepress.scaffold;

import io.noticepress.model.site.Language;
import io.noticepress.model.site.LocalizedText;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the user for the missing fields of a new notice, one at a time, and again if an answer is not valid. */
final class NoticeQuestions {
    private final NoticeDraft draft;
    private final Prompter prompter;
    private final MessageLanguage messageLanguage;
    private boolean inputEnded;

    NoticeQuestions(NoticeDraft draft, Prompter prompter, MessageLanguage messageLanguage) {
        this.draft = draft;
        this.prompter = prompter;
        this.messageLanguage = messageLanguage;
    }

    /** Asks all questions; returns the input with the answers. */
    NewNoticeInput ask(NewNoticeInput input) {
        NewNoticeInput current = input;
        if (current.issuers().isEmpty()) {
            Map<String, LocalizedText> issuers = new LinkedHashMap<>();
            draft.site().issuers().forEach((key, issuer) -> issuers.put(key, issuer.name()));
            current = askChoice(
                    current,
                    "issuer",
                    Message.of(
                            "发文机关（写编号或名称；联合发文写几个，主办在前）",
                            "Issuer (its number here or its name; several for a joint notice, lead body first)"),
                    issuers,
                    true);
        }
        if (current.number().isEmpty()) {
            current = askText(
                    current,
                    "number",
                    Message.of("发文字号，如 示例科协发〔2030〕7号（没有就按回车）", "Document number (Enter if there is none)"),
                    false);
        }
        if (current.title().isEmpty()) {
            current = askText(current, "title", Message.of("标题（以后再写就按回车）", "Title (Enter to write it later)"), false);
        }
        if (current.issued().isEmpty()) {
            boolean required = draft.missing(current).contains("issued");
            current = askText(
                    current,
                    "issued",
                    required
                            ? Message.of("成文日期，如 2030-04-15", "Date of issue, such as 2030-04-15")
                            : Message.of(
                                    "成文日期，如 2030-04-15（以后再写就按回车）",
                                    "Date of issue, such as 2030-04-15 (Enter to write it later)"),
                    required);
        }
        if (current.topics().isEmpty()) {
            Map<String, LocalizedText> topics = new LinkedHashMap<>();
            draft.site().topics().forEach((key, topic) -> topics.put(key, topic.name()));
            current = askChoice(
                    current,
                    "topics",
                    Message.of(
                            "主题（写编号或名称，可写几个；以后再写就按回车）",
                            "Topics (their numbers here or their names; Enter to choose later)"),
                    topics,
                    false);
        }
        return current.slug().isEmpty() ? askSlug(current) : current;
    }

    private NewNoticeInput askSlug(NewNoticeInput input) {
        String proposed = draft.slug(input);
        Message question = proposed.isEmpty()
                ? Message.of("名称，用作文件名和网址，如 kx-2030-7", "Name for files and address, such as kx-2030-7")
                : Message.of("名称，用作文件名和网址（按回车用 {0}）", "Name for files and address (Enter for {0})", proposed);
        return askText(input, "slug", question, false);
    }

    private NewNoticeInput askChoice(
            NewNoticeInput input,
            String field,
            Message question,
            Map<String, LocalizedText> choices,
            boolean required) {
        List<String> keys = new ArrayList<>(choices.keySet());
        Language language = draft.site().defaultLanguage();
        for (int i = 0; i < keys.size() && !inputEnded; i++) {
            prompter.show("  " + (i + 1) + "  " + keys.get(i) + "  "
                    + choices.get(keys.get(i)).in(language));
        }
        return askUntilValid(input, field, question, required, choices);
    }

    private NewNoticeInput askText(NewNoticeInput input, String field, Message question, boolean required) {
        return askUntilValid(input, field, question, required, Map.of());
    }

    private NewNoticeInput askUntilValid(
            NewNoticeInput input,
            String field,
            Message question,
            boolean required,
            Map<String, LocalizedText> choices) {
        while (!inputEnded) {
            Optional<String> answer =
                    prompter.ask(question.in(messageLanguage) + (messageLanguage == MessageLanguage.ZH ? "：" : ": "));
            inputEnded = answer.isEmpty();
            String typed = answer.orElse("").strip();
            if (typed.isEmpty() && !required) {
                Optional<Problem> taken = field.equals("slug") ? firstError(input) : Optional.empty();
                if (taken.isEmpty()) {
                    return input;
                }
                showProblem(taken.get());
            } else if (!typed.isEmpty()) {
                NewNoticeInput answered = input.with(field, resolveChoices(typed, choices));
                Optional<Problem> problem = firstError(answered);
                if (problem.isEmpty()) {
                    return answered;
                }
                showProblem(problem.get());
            }
        }
        return input;
    }

    /** Replaces every number or name of the list in an answer by its key: {@code kx} for 1 or 示例科协. */
    private static String resolveChoices(String typed, Map<String, LocalizedText> choices) {
        if (choices.isEmpty()) {
            return typed;
        }
        List<String> keys = new ArrayList<>();
        for (String part : typed.split("\\s*[,，、;；]\\s*")) {
            Optional<String> whole = findKey(part, choices); // a name may contain spaces
            if (whole.isPresent()) {
                keys.add(whole.get());
            } else {
                Arrays.stream(part.split("\\s+"))
                        .forEach(word -> keys.add(findKey(word, choices).orElse(word)));
            }
        }
        return String.join(" ", keys);
    }

    private static Optional<String> findKey(String word, Map<String, LocalizedText> choices) {
        List<String> keys = List.copyOf(choices.keySet());
        if (word.matches("[1-9]\\d{0,3}") && Integer.parseInt(word) <= keys.size()) {
            return Optional.of(keys.get(Integer.parseInt(word) - 1));
        }
        return keys.stream()
                .filter(key -> choices.get(key).words().containsValue(word))
                .findFirst();
    }

    private Optional<Problem> firstError(NewNoticeInput input) {
        return draft.check(input).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst();
    }

    private void showProblem(Problem problem) {
        prompter.show("  " + problem.message().in(messageLanguage));
        prompter.show("  " + problem.mend().in(messageLanguage));
    }
}

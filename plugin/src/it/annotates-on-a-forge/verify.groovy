import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8').replace('\r\n', '\n')

// Paths are relative to the root of the repository, not to this project.
def commands = log.readLines().findAll { it.startsWith('::') }
assert commands.size() == 3
assert commands.every { it.startsWith('::error file=') }
assert commands[0].endsWith('content/notices/2030/community-2030.en.md,line=12,col=1,title=raw-html::HTML is not allowed in the text%0Ause Markdown: **bold**, a blank line between paragraphs; to show <, write \\<')
assert commands[1].endsWith(',line=4,col=9,title=unknown-issuer::unknown issuer "example-asociation"%0Awrite one of example-association, example-city, or add "example-asociation" to content/issuers.yaml')
assert commands[2].endsWith(',line=6,col=12,title=invalid-date::2030-02-30 is not a calendar day%0Acorrect it; February 2030 has 28 days')

def report = new JsonSlurper().parse(new File(basedir, 'target/noticepress/gl-code-quality.json'), 'UTF-8')
assert report*.check_name == ['raw-html', 'unknown-issuer', 'invalid-date']
assert report*.severity == ['major'] * 3
assert report*.location*.lines*.begin == [12, 4, 6]
assert report*.location*.path.every { it.endsWith('.md') && !it.startsWith('/') }
assert report*.fingerprint.toSet().size() == 3

// Package cli is the command line: every verb of `kinerja VERB`, one file each.
//
// What it promises:
//
//   - Results stand on stdout, notes on stderr, and nothing stands on stdout
//     when a verb fails: results are held back until it has succeeded.
//   - Every failure is one sentence in the reader's language and one exit code
//     (package exit); with --json it is {"error","message","candidates"} on stderr.
//   - JSON is stable: "schema": 1, identities, null for none, ISO dates, numbers
//     as they are printed, words of the model for what is one of several.
//   - Ctrl+C ends a verb at once. What writes much takes back what it wrote.
//
// Files: cli (one call from beginning to end), start (language and settings,
// before the arguments are read), open (file and person), usage and help (what
// can be said on a command line), pick (which person, plan and period), print
// (results for people), and a file a verb. Beside them answer (results for
// programs), exit (exit codes),
// lists (the tables of list), near (the word or unit that was meant), page
// (paragraphs and tables), proposed (what a table would change, in words),
// scorecard (what card shows) and told (what a fact changed, in words).
package cli

package ui

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"

	"kinerja/ui/uitest"
)

// The rules of the house (DESIGN 1, STYLE 1), held by a test: which way
// imports point, how large things grow, what stands in which place only.

// source is one product file, parsed.
type source struct {
	path  string // "ui/nav/load.go"
	dir   string // "ui/nav"; "" for the root
	text  []byte
	lines int
	tree  *ast.File
}

var fileset = token.NewFileSet()

// sources parses every product file of the module.
func sources(t *testing.T) []source {
	t.Helper()
	var list []source
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && name != "..") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(fileset, name, text, parser.ParseComments)
		if err != nil {
			return err
		}
		rel := strings.TrimPrefix(filepath.ToSlash(name), "../")
		dir := path.Dir(rel)
		if dir == "." {
			dir = ""
		}
		list = append(list, source{path: rel, dir: dir, text: text, lines: bytes.Count(text, []byte("\n")), tree: tree})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// under reports whether dir is one of places or lies below one of them. A
// place that ends in "." means the folder itself only.
func under(dir string, places []string) bool {
	return slices.ContainsFunc(places, func(p string) bool {
		if only, ok := strings.CutSuffix(p, "/."); ok {
			return dir == only
		}
		return dir == p || strings.HasPrefix(dir, p+"/")
	})
}

// allowed says what of ours each folder may import, the first that fits.
var allowed = []struct {
	dir    string
	ours   []string
	stdlib bool // and nothing from outside
}{
	{"model", []string{"model"}, true},
	{"store/config", []string{"model", "store/config"}, false},
	{"store/storetest", []string{"model", "store"}, false},
	{"store/lease", []string{"model"}, false},
	{"store/intake", []string{"model", "store/intake"}, false},
	{"store", []string{"model", "store"}, false},
	{"ui/lang", []string{"model", "ui/lang"}, false},
	{"ui/quiet", nil, true},
	{"ui/theme", []string{"model", "ui/lang"}, false},
	{"ui/keys", []string{"model", "ui/lang"}, false},
	{"ui/nav", []string{"model", "ui/lang", "ui/keys", "ui/theme"}, false},
	{"ui/widget", []string{"model", "ui/lang", "ui/keys", "ui/theme", "ui/widget"}, false},
	{"ui/formpage", []string{"model", "ui/lang", "ui/keys", "ui/theme", "ui/nav", "ui/widget"}, false},
	{"ui/screen", []string{"model", "ui/lang", "ui/keys", "ui/theme", "ui/nav", "ui/widget", "ui/formpage"}, false},
	{"ui/over", []string{"model", "ui/lang", "ui/keys", "ui/theme", "ui/nav", "ui/widget"}, false},
	{"ui/terminal", []string{"model", "ui/lang", "ui/theme"}, false},
	{"ui/mouse", nil, false},
	{"ui/keep", []string{"model", "ui/lang", "ui/nav"}, false},
	{"ui/export", []string{"model", "ui/lang"}, false},
	{"ui/uitest", []string{"model", "ui/lang", "ui/keys", "ui/theme", "ui/nav"}, false},
	{"ui/saving", []string{"model", "ui/lang", "ui/export", "ui/tables/places"}, false},
	{"ui/tables", []string{"model", "store", "ui/lang", "ui/tables"}, false},
	{"ui/pages", []string{"model", "store/.", "store/follow", "store/duties", "store/rounds", "store/editions", "store/visits", "store/referral", "ui"}, false},
	{"ui/cli/exit", []string{"model", "store/config", "ui/lang", "ui/keys", "ui/theme"}, false},
	{"ui/cli/call", []string{"model", "store", "ui/lang", "ui/keys", "ui/theme", "ui/export", "ui/cli/exit", "ui/cli/machine", "ui/cli/near", "ui/cli/page", "ui/cli/pin"}, false},
	{"ui/cli/pin", []string{"model"}, false},
	{"ui/cli/machine", nil, false},
	{"ui/cli/pick", []string{"model", "store", "ui/lang", "ui/cli/call", "ui/cli/answer", "ui/cli/near"}, false},
	{"ui/known", []string{"model", "store", "ui/lang"}, false},
	{"ui/tie", []string{"model", "store", "ui/nav"}, false},
	{"ui/told", []string{"model", "store", "ui/lang", "ui/known"}, false},
	{"ui/cli", []string{"model", "store", "ui"}, false},
	{"ui/serve", []string{"model", "store", "ui"}, false},
	{"ui", []string{"model", "store/.", "ui"}, false},
	{"", []string{"ui/cli", "ui/quiet"}, true},
}

func TestImportsPointDown(t *testing.T) {
	for _, s := range sources(t) {
		i := slices.IndexFunc(allowed, func(a struct {
			dir    string
			ours   []string
			stdlib bool
		}) bool {
			return a.dir == "" && s.dir == "" || a.dir != "" && under(s.dir, []string{a.dir})
		})
		if i < 0 {
			t.Errorf("%s: the house knows no folder %s", s.path, s.dir)
			continue
		}
		for _, spec := range s.tree.Imports {
			imported := strings.Trim(spec.Path.Value, `"`)
			ours, isOurs := strings.CutPrefix(imported, "kinerja/")
			switch {
			case isOurs && !under(ours, allowed[i].ours):
				t.Errorf("%s imports %s", s.path, ours)
			case !isOurs && allowed[i].stdlib && strings.Contains(strings.Split(imported, "/")[0], "."):
				t.Errorf("%s imports %s", s.path, imported)
			}
		}
		if under(s.dir, []string{"ui/screen"}) && bytes.Contains(s.text, []byte(`"kinerja/ui/screen/`)) {
			t.Errorf("%s imports another page", s.path)
		}
		// list shows what other verbs are about.
		if under(s.dir, []string{"ui/cli/verb"}) && s.dir != "ui/cli/verb/list" && bytes.Contains(s.text, []byte(`"kinerja/ui/cli/verb/`)) {
			t.Errorf("%s imports another verb", s.path)
		}
	}
}

func TestNothingGrowsTooLarge(t *testing.T) {
	packages := map[string]int{}
	for _, s := range sources(t) {
		packages[s.dir] += s.lines
		if s.lines > 400 {
			t.Errorf("%s has %d lines, at most 400", s.path, s.lines)
		}
		if s.path == "main.go" && s.lines > 40 {
			t.Errorf("main.go has %d lines, at most 40", s.lines)
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if size := fileset.Position(n.End()).Line - fileset.Position(n.Pos()).Line + 1; size > 60 {
					t.Errorf("%s: %s has %d lines, at most 60", s.path, n.Name.Name, size)
				}
			case *ast.TypeSpec:
				if i, ok := n.Type.(*ast.InterfaceType); ok && i.Methods.NumFields() > 5 && s.dir+"."+n.Name.Name != "ui/nav.Screen" {
					t.Errorf("%s: interface %s has %d methods, at most 5", s.path, n.Name.Name, i.Methods.NumFields())
				}
			}
			return true
		})
	}
	for dir, lines := range packages {
		most := 1500
		switch {
		case dir == "model":
			most = 3000
		case dir == "store":
			most = 4000
		}
		if lines > most {
			t.Errorf("%s has %d lines, at most %d", dir, lines, most)
		}
	}
}

// What stands in one place only.
func TestWordsInTheirPlaces(t *testing.T) {
	for _, rule := range []struct {
		word   string
		places []string // files or folders
	}{
		{"NewStyle()", []string{"ui/theme"}},
		{"lipgloss.Color(", []string{"ui/theme"}},
		{"time.Now", []string{"main.go", "store/lease"}},
		{"tea.Tick(", []string{"ui/frame.go"}},
		{"tea.NewProgram(", []string{"ui/terminal/show.go"}},
		{"os.Stdout", []string{"main.go"}},
		{"os.Stdin", []string{"main.go"}},
		{"os.Exit(", []string{"main.go"}},
		{"HasDarkBackground", nil},
	} {
		for _, s := range sources(t) {
			if !under(s.path, rule.places) && bytes.Contains(withoutComments(s), []byte(rule.word)) {
				t.Errorf("%s holds %s, which stands in %v only", s.path, rule.word, rule.places)
			}
		}
	}
	for _, s := range sources(t) {
		if !under(s.dir, []string{"model"}) {
			continue
		}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && (id.Name == "float64" || id.Name == "float32") {
				t.Errorf("%s: a float in %s", fileset.Position(id.Pos()), s.dir)
			}
			return true
		})
	}
}

// withoutComments returns a file's text with its comments blanked.
func withoutComments(s source) []byte {
	text := bytes.Clone(s.text)
	base := fileset.File(s.tree.Pos()).Base()
	for _, group := range s.tree.Comments {
		for i := int(group.Pos()) - base; i < int(group.End())-base; i++ {
			text[i] = ' '
		}
	}
	return text
}

func TestPackagesSayWhatTheyAreFor(t *testing.T) {
	said := map[string]bool{}
	for _, s := range sources(t) {
		if s.tree.Doc != nil {
			said[s.dir] = true
		} else if !said[s.dir] {
			said[s.dir] = false
		}
	}
	for dir, ok := range said {
		if !ok {
			t.Errorf("package %q has no comment", dir)
		}
	}
}

// No init, no variable of a package that changes. The one exception is the
// register of open files in store/lease: a process may hold one handle only. A
// local variable that is changed does not bear the name of one of the package.
func TestPackagesHoldNoState(t *testing.T) {
	list := sources(t)
	vars := map[string]map[string]bool{} // by folder
	for _, s := range list {
		for _, d := range s.tree.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init", s.path)
			}
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec)
				if kind := fmt.Sprint(printed(v.Type)); len(v.Values) == 0 && !strings.HasPrefix(kind, "atomic.") && kind != "embed.FS" {
					t.Errorf("%s: variable %s has no value of its own", s.path, v.Names[0].Name)
				}
				for _, name := range v.Names {
					if vars[s.dir] == nil {
						vars[s.dir] = map[string]bool{}
					}
					vars[s.dir][name.Name] = true
				}
			}
		}
	}
	for _, s := range list {
		ast.Inspect(s.tree, func(n ast.Node) bool {
			var left []ast.Expr
			switch n := n.(type) {
			case *ast.AssignStmt:
				if n.Tok != token.DEFINE {
					left = n.Lhs
				}
			case *ast.IncDecStmt:
				left = []ast.Expr{n.X}
			}
			for _, x := range left {
				if id := root(x); id != nil && s.dir != "store/lease" && vars[s.dir][id.Name] {
					t.Errorf("%s: the package's variable %s is changed", fileset.Position(id.Pos()), id.Name)
				}
			}
			return true
		})
	}
}

// root is the variable that an expression on the left changes.
func root(x ast.Expr) *ast.Ident {
	switch x := x.(type) {
	case *ast.Ident:
		return x
	case *ast.SelectorExpr:
		return root(x.X)
	case *ast.IndexExpr:
		return root(x.X)
	}
	return nil
}

func printed(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return printed(x.X) + "." + x.Sel.Name
	}
	return ""
}

// Whoever reads model, store or the command line finds a sentence at every name.
func TestExportedNamesAreExplained(t *testing.T) {
	for _, s := range sources(t) {
		if !under(s.dir, []string{"model", "store", "ui/cli"}) {
			continue
		}
		for _, d := range s.tree.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && d.Name.Name != "Error" && exportedReceiver(d) {
					t.Errorf("%s: %s has no comment", s.path, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, name := range unexplained(d) {
					t.Errorf("%s: %s has no comment", s.path, name)
				}
			}
		}
	}
}

// unexplained lists the exported names of a declaration without a comment of
// their own or of their group.
func unexplained(d *ast.GenDecl) (names []string) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if spec.Name.IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
				names = append(names, spec.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				if name.IsExported() && d.Doc == nil && spec.Doc == nil && spec.Comment == nil {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}

// exportedReceiver reports a function, or a method of an exported type.
func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	x := f.Recv.List[0].Type
	if star, ok := x.(*ast.StarExpr); ok {
		x = star.X
	}
	if index, ok := x.(*ast.IndexExpr); ok {
		x = index.X
	}
	id, ok := x.(*ast.Ident)
	return ok && id.IsExported()
}

// A key that the table lists is used by a page or the frame; one that is
// reserved is used by none.
func TestListedKeysAreUsed(t *testing.T) {
	var text bytes.Buffer
	for _, s := range sources(t) {
		if s.dir == "ui" || under(s.dir, []string{"ui/screen", "ui/widget", "ui/over", "ui/nav"}) {
			text.Write(s.text)
		}
	}
	env := uitest.Env(t, "id")
	listed := map[string]bool{}
	for _, e := range env.Keys.Table() {
		listed[e.Name] = true
	}
	v := reflect.ValueOf(*env.Keys)
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Type != reflect.TypeFor[key.Binding]() {
			continue
		}
		used := regexp.MustCompile(`\b([Kk]eys|k|m)\.` + field.Name + `\b`).Match(text.Bytes())
		if name := v.Field(i).Interface().(key.Binding).Help().Desc; used != listed[name] {
			t.Errorf("the key %s: used %v, listed %v", field.Name, used, listed[name])
		}
	}
}

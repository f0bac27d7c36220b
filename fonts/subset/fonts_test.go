package subset

// testFonts are the plain fonts of testdata/fonts that all the tests of both kinds go through.
var testFonts = []string{"composite.ttf", "name.otf", "name2048.otf", "cid.otf", "square.ttf", "square.otf"}

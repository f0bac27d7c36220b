// Package bundled holds the default faces, so that nothing has to be installed: all under the SIL Open Font License 1.1, cut
// down by make/make.sh to 通用规范汉字表, GB 2312 and the symbols of official documents, with GBK as a supplement.
//
// README.md beside this file says where each comes from. There is no free 仿宋: Noto Serif SC stands in for it, and
// (*fonts.Set).Served reports that; Set.With puts the user's own face in front.
package bundled

import (
	_ "embed"

	"github.com/banxin-go/banxin/fonts"
)

// The embedded files are never written to; fonts.Parse reads them in place.
var (
	//go:embed NotoSerifSC-Regular.ttf
	serif []byte
	//go:embed NotoSerifSC-Bold.ttf
	serifBold []byte
	//go:embed NotoSerifSCSupplement-Regular.ttf
	supplement []byte
	//go:embed NotoSansSC-Medium.ttf
	sans []byte
	//go:embed BanxinKai-Regular.ttf
	kai []byte
	//go:embed Tinos-Regular.ttf
	latin []byte
	//go:embed Tinos-Bold.ttf
	latinBold []byte
)

// The places of the faces in what Faces returns.
const (
	serifAt = iota
	serifBoldAt
	sansAt
	kaiAt
	latinAt
	latinBoldAt
	supplementAt
	faceCount
)

// Faces parses the bundled faces. It takes well under a millisecond; each call gives new ones, so call it once and share.
func Faces() ([]*fonts.Face, error) {
	files := [faceCount]struct {
		data []byte
		name string
	}{
		serifAt:      {serif, "NotoSerifSC-Regular.ttf"},
		serifBoldAt:  {serifBold, "NotoSerifSC-Bold.ttf"},
		sansAt:       {sans, "NotoSansSC-Medium.ttf"},
		kaiAt:        {kai, "BanxinKai-Regular.ttf"},
		latinAt:      {latin, "Tinos-Regular.ttf"},
		latinBoldAt:  {latinBold, "Tinos-Bold.ttf"},
		supplementAt: {supplement, "NotoSerifSCSupplement-Regular.ttf"},
	}
	faces := make([]*fonts.Face, 0, len(files))
	for _, f := range files {
		parsed, err := fonts.Parse(f.data, f.name)
		if err != nil {
			return nil, err
		}
		faces = append(faces, parsed...)
	}
	return faces, nil
}

// Set gives the default set. Letters and figures are Tinos in every role, which has the widths of Times New Roman, the usual
// choice of offices, so that the DOCX breaks its lines alike; in titles its bold, to stand beside the heavy Han characters.
func Set() (*fonts.Set, error) {
	f, err := Faces()
	if err != nil {
		return nil, err
	}
	one := func(i int) []*fonts.Face { return f[i : i+1] }
	song := fonts.Fallback{Han: one(serifAt), HanBold: one(serifBoldAt), Latin: one(latinAt), LatinBold: one(latinBoldAt)}
	return fonts.NewSet(fonts.Config{
		Roles: map[fonts.Role]fonts.Fallback{
			fonts.Song:         song,
			fonts.FangSong:     song,
			fonts.Hei:          {Han: one(sansAt), Latin: one(latinAt), LatinBold: one(latinBoldAt)},
			fonts.Kai:          {Han: one(kaiAt), Latin: one(latinAt), LatinBold: one(latinBoldAt)},
			fonts.XiaoBiaoSong: {Han: one(serifBoldAt), Latin: one(serifBoldAt)}, // as Word sets titles: all in 方正小标宋简体
		},
		Last: []*fonts.Face{f[serifAt], f[supplementAt], f[kaiAt], f[sansAt], f[latinAt]},
	})
}

// Command beside puts pictures of pages side by side, at their tops.
//
//	beside OUT.png A.png B.png ...
package main

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: beside OUT.png A.png B.png ...")
	}
	var pages []image.Image
	for _, name := range os.Args[2:] {
		page, err := read(name)
		if err != nil {
			log.Fatal(err)
		}
		pages = append(pages, page)
	}
	if err := write(os.Args[1], beside(pages)); err != nil {
		log.Fatal(err)
	}
}

func read(name string) (image.Image, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

func write(name string, img image.Image) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := png.Encode(f, img); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// beside draws pages from left to right on gray, four pixels apart.
func beside(pages []image.Image) image.Image {
	const apart = 4
	width, height := -apart, 0
	for _, p := range pages {
		width += p.Bounds().Dx() + apart
		height = max(height, p.Bounds().Dy())
	}
	all := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(all, all.Bounds(), image.NewUniform(color.Gray{Y: 128}), image.Point{}, draw.Src)
	x := 0
	for _, p := range pages {
		draw.Draw(all, image.Rect(x, 0, x+p.Bounds().Dx(), p.Bounds().Dy()), p, p.Bounds().Min, draw.Src)
		x += p.Bounds().Dx() + apart
	}
	return all
}

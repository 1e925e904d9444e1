// GenCore

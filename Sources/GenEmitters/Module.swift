// GenEmitters
